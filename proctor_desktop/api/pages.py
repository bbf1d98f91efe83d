"""The small web page for people: upload, list, one report. Server-rendered, no build step."""

from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, FastAPI, Query, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from proctor_desktop.api.access import SESSION_COOKIE, SESSION_SEC, SIGN_IN_PATH
from proctor_desktop.api.dependencies import CallerDep, Context, ContextDep
from proctor_desktop.api.reports import checked_id
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.media.limits import ACCEPTED
from proctor_desktop.paths import resource
from proctor_desktop.report import files, wording
from proctor_desktop.report.files import Format
from proctor_desktop.storage.repositories.listing import ReportFilter, ReportSummary

_ROWS = 25


def _review_words(row: ReportSummary) -> str:
    """How far the review of a report is, as a cell of the list."""
    if row.review is ReviewState.DISPUTED:
        return "disputed"
    if row.review is ReviewState.OPEN:
        return f"{row.unjudged} of {row.incidents} to judge"
    return "judged" if row.review is ReviewState.DONE else "nothing to judge"


def _said_class(row: ReportSummary) -> str:
    return wording.class_title(row.risk_classification, is_little=row.is_little)


def _clock(seconds: float) -> str:
    return str(timedelta(seconds=round(seconds)))


class _Pages:
    """The templates, loaded once."""

    def __init__(self) -> None:
        folder = resource("web/templates")
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["clock"] = _clock
        self._environment.filters["review_words"] = _review_words
        self._environment.filters["class_title"] = lambda name: wording.CLASS_TITLES.get(name, name)
        self._environment.filters["said_class"] = _said_class
        self.bar_style = resource("web/static/bar.css").read_text("utf-8")

    def render(self, name: str, **values: Any) -> str:
        return self._environment.get_template(f"{name}.html.jinja").render(**values)


def install(app: FastAPI) -> None:
    """Add the pages and their styles and scripts."""
    app.state.pages = _Pages()
    app.include_router(router)


def mount_static(app: FastAPI) -> None:
    """Serve styles and scripts; last, because it answers for everything below its path."""
    app.mount("/static", StaticFiles(directory=resource("web/static")), name="static")


router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def home(
    request: Request,
    context: ContextDep,
    caller: CallerDep,
    student_id: Annotated[str, Query(max_length=100)] = "",
    exam_id: Annotated[str, Query(max_length=100)] = "",
    risk_classification: str = "",
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> HTMLResponse:
    """The upload form and the list of reports."""
    known = risk_classification in RiskClass.__members__
    filters = {
        "student_id": student_id.strip(),
        "exam_id": exam_id.strip(),
        "risk_classification": risk_classification if known else "",
    }
    wanted = ReportFilter(
        student_id=filters["student_id"] or None,
        exam_id=filters["exam_id"] or None,
        risk=RiskClass[risk_classification] if known else None,
    )
    settings = context.services.settings
    return _page(
        request,
        "home",
        caller=caller,
        wanted=wanted,
        page=context.services.reports.page(wanted, skip=skip, limit=_ROWS),
        skip=skip,
        newer=_place(filters, max(0, skip - _ROWS)),
        older=_place(filters, skip + _ROWS),
        is_filtered=any(filters.values()) or skip > 0,
        classes=list(RiskClass),
        accepted=ACCEPTED,
        max_upload_mb=settings.serve.max_upload_mb,
        calibration_sec=settings.analysis.calibration.duration_sec,
    )


@router.get("/favicon.ico")
def icon() -> Response:
    """What browsers ask for on pages that name no icon, as a report does."""
    return FileResponse(resource("web/static/icon.svg"), media_type="image/svg+xml")


@router.get("/reports/{report_id}")
def report_page(
    report_id: str, request: Request, context: ContextDep, caller: CallerDep
) -> HTMLResponse:
    """One report with its timelines, incidents and pictures, under a bar of links."""
    return HTMLResponse(_report_html(request, context, checked_id(report_id, "report"), caller))


def _report_html(request: Request, context: Context, report_id: str, caller: str | None) -> str:
    services = context.services
    material = services.reports.material(report_id, services.reviews.begun(report_id))
    shown = files.render(material, Format.HTML).decode()
    pages: _Pages = request.app.state.pages
    bar = pages.render("report_bar", report_id=report_id, caller=caller, style=pages.bar_style)
    return shown.replace("<body>", f"<body>\n{bar}", 1)


@router.get(SIGN_IN_PATH)
def sign_in_page(request: Request, next: str = "/") -> HTMLResponse:
    """Asks for a key."""
    return _page(request, "sign_in", caller=None, next=_own_place(next), is_wrong=False)


@router.post(SIGN_IN_PATH)
async def sign_in(request: Request, context: ContextDep) -> Response:
    """Turn a good key into a session of some hours."""
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    key, place = form.get("key", [""])[0], _own_place(form.get("next", ["/"])[0])
    session = context.access.session_of(key)
    if session is None:
        page = _page(request, "sign_in", caller=None, next=place, is_wrong=True)
        page.status_code = 401
        return page
    answer = RedirectResponse(place, 303)
    answer.set_cookie(
        SESSION_COOKIE,
        session,
        max_age=SESSION_SEC,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out")
def sign_out() -> Response:
    """Forget the session."""
    answer = RedirectResponse(SIGN_IN_PATH, 303)
    answer.delete_cookie(SESSION_COOKIE, httponly=True, samesite="strict")
    return answer


def _page(request: Request, name: str, **values: Any) -> HTMLResponse:
    pages: _Pages = request.app.state.pages
    return HTMLResponse(pages.render(name, **values))


def _place(filters: dict[str, str], skip: int) -> str:
    query = {name: text for name, text in filters.items() if text}
    return "/?" + urlencode({**query, "skip": skip})


def _own_place(place: str) -> str:
    """A path of this site; anything that could lead elsewhere becomes the first page."""
    is_path = place.startswith("/") and not place.startswith(("//", "/\\"))
    return place if is_path and place.isprintable() else "/"
