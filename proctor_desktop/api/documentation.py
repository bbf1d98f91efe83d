"""``/docs`` and ``/redoc`` without the internet, and the schema with what the guard answers."""

from pathlib import Path
from typing import Any

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_redoc_html, get_swagger_ui_html
from fastapi.openapi.utils import get_openapi
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from proctor_desktop.api.access import HEALTH_PATH
from proctor_desktop.api.schemas import ProblemResponse

_SCRIPTS = "/static/docs"
_REDOC = "redoc.standalone.js"
_ICON = "/static/icon.svg"
_FOREIGN_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
_DESCRIPTION = """
Every error is an `application/problem+json` document whose `detail` says what to do.

On the computer itself no key is needed until one is made with
`proctor-desktop serve keys add NAME`; from then on send `Authorization: Bearer KEY`.
"""


def install(app: FastAPI) -> None:
    """Add both pages and their scripts, and complete the schema."""
    folder = Path(fastapi_offline.__file__).parent / "static"
    # ReDoc's footer would load its maker's logo from there.
    redoc_script = (folder / _REDOC).read_text("utf-8").replace(_FOREIGN_LOGO, _ICON)

    @app.get(f"{_SCRIPTS}/{_REDOC}", include_in_schema=False)
    def script() -> Response:
        return Response(redoc_script, media_type="text/javascript")

    app.mount(_SCRIPTS, StaticFiles(directory=folder), name="docs-scripts")

    @app.get("/docs", include_in_schema=False)
    def swagger() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=f"{app.title}: try it",
            swagger_js_url=f"{_SCRIPTS}/swagger-ui-bundle.js",
            swagger_css_url=f"{_SCRIPTS}/swagger-ui.css",
            swagger_favicon_url=_ICON,
            swagger_ui_parameters={"validatorUrl": None},
        )

    @app.get("/redoc", include_in_schema=False)
    def redoc() -> HTMLResponse:
        return get_redoc_html(
            openapi_url="/openapi.json",
            title=f"{app.title}: reference",
            redoc_js_url=f"{_SCRIPTS}/{_REDOC}",
            redoc_favicon_url=_ICON,
            with_google_fonts=False,
        )

    def schema() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _schema(app)
        return app.openapi_schema

    app.openapi = schema  # type: ignore[method-assign]  # the way FastAPI documents


def _schema(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=_DESCRIPTION,
        routes=app.routes,
        separate_input_output_schemas=False,
    )
    components = found.setdefault("components", {})
    components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    components["schemas"]["ProblemResponse"] = ProblemResponse.model_json_schema()
    for path, operations in found["paths"].items():
        for operation in operations.values():
            _no_html_422(operation)
            if path != HEALTH_PATH:
                operation["security"] = [{}, {"key": []}]
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    return found


def _no_html_422(operation: dict[str, Any]) -> None:
    """FastAPI documents its own form of 422, which is never sent here."""
    answer = operation["responses"].get("422", {})
    text = str(answer.get("content", {}))
    if "HTTPValidationError" in text:
        problem = {"schema": {"$ref": "#/components/schemas/ProblemResponse"}}
        answer["content"] = {"application/problem+json": problem}
        answer["description"] = "A parameter cannot be used"
