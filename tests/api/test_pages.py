"""The web page: what is on it, who may see it, and that it works in a browser by keyboard."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from proctor_desktop.domain.review import Decision, ReviewState, Verdict
from proctor_desktop.storage.repositories.decisions import decision_hash
from proctor_desktop.storage.unit_of_work import Store
from tests.api import browser
from tests.api.browser import Browser
from tests.api.serving import VIDEO, Bundle, bundle, served
from tests.storage.samples import a_picture, a_report, measured, some_signals

needs_browser = pytest.mark.skipif(browser.PROGRAM is None, reason="there is no Chromium here")
HTML = {"Accept": "text/html"}


def keep(services: Bundle, **changes: str) -> str:
    """Id of a kept report with signals and a picture."""
    picture = a_picture()
    report = a_report(pictures=(picture,), **changes)  # type: ignore[arg-type]  # texts only
    services.reports.keep(report, some_signals(), [picture], actor="test")
    return report.report_id


def test_the_first_page_offers_an_upload_and_says_when_there_is_nothing(own_folder: Path) -> None:
    with served(bundle(own_folder)) as address:
        page = httpx.get(address + "/").text
    assert 'type="file"' in page
    assert "There are no reports yet" in page


def test_the_list_shows_ids_as_text_and_never_as_markup(
    client: httpx.Client, services: Bundle
) -> None:
    keep(services, student_id='<img src=x onerror="alert(1)">', exam_id="MARKUP")
    page = client.get("/", params={"exam_id": "MARKUP"}).text
    assert "&lt;img src=x" in page
    assert "<img" not in page


def test_the_list_says_where_too_little_was_measured_to_say_a_class(
    client: httpx.Client, services: Bundle
) -> None:
    services.reports.keep(measured(a_report(exam_id="LITTLE"), 60.0), actor="test")
    page = client.get("/", params={"exam_id": "LITTLE"}).text.partition("<tbody>")[2]
    assert "Too little to say" in page
    assert "Suspicious" not in page


def test_the_list_pages_and_keeps_its_filter(client: httpx.Client, services: Bundle) -> None:
    for _ in range(30):
        keep(services, exam_id="LONG")
    first = client.get("/", params={"exam_id": "LONG"}).text
    assert first.count('aria-label="Open the report') == 25
    assert "/?exam_id=LONG&amp;skip=25" in first
    second = client.get("/?exam_id=LONG&skip=25").text
    assert second.count('aria-label="Open the report') == 5


def test_the_list_says_the_risk_and_no_score_that_reads_as_certainty(
    client: httpx.Client, services: Bundle
) -> None:
    report = services.reports.get(keep(services, exam_id="SCORED"))
    page = client.get("/", params={"exam_id": "SCORED"}).text
    assert f'<td class="number">{report.analysis.risk_score:.2f}</td>' in page
    assert "onfidence" not in page
    assert "ts, mpg, flv, wmv or ogv" in page


def test_a_report_shows_what_people_decided_beside_what_was_measured(
    client: httpx.Client, services: Bundle
) -> None:
    report_id = keep(services, exam_id="JUDGED")
    place, listed = f"/reports/{report_id}", {"exam_id": "JUDGED"}
    incidents = services.reviews.review(report_id).incidents
    assert "What people decided" not in client.get(place).text
    assert f"{len(incidents)} of {len(incidents)} to judge" in client.get("/", params=listed).text
    for incident in incidents:
        services.reviews.decide(
            report_id, incident, Verdict.DISMISS, reason="<read aloud>", reviewer="Grace"
        )
    page = client.get(place).text
    assert "Dismissed by Grace" in page
    assert "&lt;read aloud&gt;" in page
    assert "Without what was dismissed the risk is 0.00" in page
    assert f"{services.reports.get(report_id).analysis.risk_score:.2f}" in page
    assert "<td>judged</td>" in client.get("/", params=listed).text


def test_a_report_says_that_people_disagree(client: httpx.Client, services: Bundle) -> None:
    report_id = keep(services, exam_id="DISPUTED")
    session = session_with_another_view(services, report_id)
    assert services.reviews.review(report_id).state is ReviewState.DISPUTED
    page = client.get(f"/reports/{report_id}").text
    assert "1 is disputed" in page
    assert "The review is not final" in page
    assert f"by {session.reviewer}" in page
    assert "<td>disputed</td>" in client.get("/", params={"exam_id": "DISPUTED"}).text


def session_with_another_view(services: Bundle, report_id: str) -> Decision:
    """Two people decide apart from one another, as on two computers; the second decision."""
    incident = next(iter(services.reviews.review(report_id).incidents))
    services.reviews.decide(report_id, incident, Verdict.CONFIRM, reason="", reviewer="Grace")
    store = Store(services.database)
    with store.writing() as unit:
        first = unit.decisions.of(report_id)[0]
        apart = replace(
            first,
            id=str(uuid.uuid4()),
            origin=str(uuid.uuid4()),
            reviewer="Emmy",
            verdict=Verdict.DISMISS,
            reason="talks to herself",
        )
        made = replace(apart, hash=decision_hash(apart))
        unit.decisions.put([made])
        unit.decisions.refresh([report_id])
    return made


def test_a_report_shows_incidents_timelines_and_pictures(
    client: httpx.Client, services: Bundle
) -> None:
    page = client.get(f"/reports/{keep(services)}").text
    assert "One turn of the head." in page
    assert "<svg" in page
    assert "data:image/jpeg;base64," in page
    assert page.count('aria-label="Pages"') == 1


def test_a_report_without_signals_is_still_shown(client: httpx.Client, services: Bundle) -> None:
    report = a_report(exam_id="BARE")
    services.reports.keep(report, actor="test")
    assert client.get(f"/reports/{report.report_id}").status_code == 200


def test_a_report_that_is_not_there_is_not_found(client: httpx.Client) -> None:
    assert client.get("/reports/nothing").status_code == 404


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Bundle]]:
    """Address of a server that needs a key, the key, and its services."""
    services = bundle(tmp_path_factory.mktemp("locked"))
    key = services.keys.add("hall")
    with served(services) as address:
        yield address, key, services


def test_a_stranger_is_led_to_the_sign_in_page_and_back(locked: tuple[str, str, Bundle]) -> None:
    address, key, services = locked
    report_id = keep(services)
    with httpx.Client(base_url=address, headers=HTML) as person:
        led = person.get(f"/reports/{report_id}")
        assert led.status_code == 303
        place = led.headers["location"]
        assert f'value="/reports/{report_id}"' in person.get(place).text
        wrong = person.post("/sign-in", data={"key": "pd_0_0", "next": "/"})
        assert wrong.status_code == 401
        assert "not a key of this service" in wrong.text
        right = person.post("/sign-in", data={"key": key, "next": f"/reports/{report_id}"})
        assert right.headers["location"] == f"/reports/{report_id}"
        cookie = right.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert person.get(f"/reports/{report_id}").status_code == 200
        person.post("/sign-out")
        assert person.get("/").status_code == 303


@pytest.mark.parametrize("place", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_never_leads_to_another_site(
    locked: tuple[str, str, Bundle], place: str
) -> None:
    address, key, _ = locked
    answer = httpx.post(address + "/sign-in", data={"key": key, "next": place})
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda value: value.replace("hall", "help"), id="name"),
        pytest.param(lambda value: value.replace("/1", "/2", 1), id="expiry"),
        pytest.param(lambda value: value[:-1] + ("0" if value[-1] != "0" else "1"), id="seal"),
        pytest.param(lambda value: "hall/9999999999", id="no_seal"),
    ],
)
def test_a_changed_session_is_worthless(locked: tuple[str, str, Bundle], change: object) -> None:
    address, key, _ = locked
    signed_in = httpx.post(address + "/sign-in", data={"key": key})
    value = signed_in.cookies["proctor_session"].strip('"')
    forged = change(value)  # type: ignore[operator]  # a function of the value
    for cookie, status in ((value, 200), (forged, 401)):
        headers = {"Cookie": f'proctor_session="{cookie}"'}
        assert httpx.get(address + "/api/v1/reports", headers=headers).status_code == status


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Browser]:
    opened = Browser(tmp_path / "profile")
    yield opened
    opened.close()


@needs_browser
def test_in_a_browser_a_recording_becomes_a_report_by_keyboard_alone(
    address: str, services: Bundle, page: Browser, tmp_path: Path
) -> None:
    video = tmp_path / "exam.mp4"
    video.write_bytes(VIDEO)
    services.known.lasts = 3.0
    page.open(address)
    page.choose_file("input[type=file]", video)
    page.value("document.querySelector('input[type=file]').focus()")
    for text in ("STU-BROWSER", "EXAM-BROWSER"):
        page.press("Tab")
        page.type(text)
    assert page.value("[...document.forms[0].elements].slice(1, 3).map(e => e.value).join()") == (
        "STU-BROWSER,EXAM-BROWSER"
    )
    page.press("Enter")
    page.wait(lambda: "%" in page.value("document.getElementById('state').textContent"))
    page.wait(lambda: "is done" in page.value("document.getElementById('state').textContent"))
    assert page.value("document.activeElement.textContent").endswith("STU-BROWSER, EXAM-BROWSER")
    page.press("Enter")
    page.wait(lambda: page.value("location.pathname").startswith("/reports/"))
    page.wait(lambda: page.value("document.readyState") == "complete")
    assert "STU-BROWSER" in page.text()
    page.value("document.getElementById('erase').focus()")
    page.press("Enter")
    page.wait(lambda: page.value("location.pathname") == "/")
    assert "STU-BROWSER" not in page.text()
    assert page.complaints == []


@needs_browser
@pytest.mark.parametrize(
    ("path", "words"), [("/docs", "Analyse a recording"), ("/redoc", "Analyse a recording")]
)
def test_in_a_browser_the_documentation_appears_without_another_host(
    address: str, page: Browser, path: str, words: str
) -> None:
    page.open(address + path)
    page.wait(lambda: words in page.text())
    page.wait(lambda: page.value("document.images.length") or path == "/docs")
    assert page.complaints == []
    own = (address, "data:", "blob:")
    foreign = [url for url in page.requests if not url.startswith(own)]
    assert foreign == []
    assert f"{address}/openapi.json" in page.requests
