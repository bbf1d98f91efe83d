import json

import pytest


@pytest.mark.server
def test_a_report_reaches_another_workstation_through_the_server(
    run, recording, database_server, monkeypatch, tmp_path
):
    options = database_server.database("command_line")
    for name in ("host", "port", "user", "password", "database"):
        monkeypatch.setenv(f"MYSQL_{name.upper()}", str(getattr(options, name)))
    analysed = run("analyze", recording, "--json", "--calibration-duration", "0")
    assert analysed.code == 0, analysed.err
    made = run("db", "init", "--server")
    assert made.code == 0, made.err
    sent = run("sync", "--json")
    assert sent.code == 0, sent.err
    assert json.loads(sent.out)["exchanged"]["sent"] == 1

    monkeypatch.setenv("PROCTOR_FOLDER", str(tmp_path / "other workstation"))
    assert json.loads(run("reports", "list", "--json").out)["total"] == 0
    assert json.loads(run("sync", "--json").out)["exchanged"]["received"] == 1
    report = json.loads(analysed.out)
    shown = run("reports", "show", report["report_id"], "--json")
    assert json.loads(shown.out) == report


@pytest.mark.server
def test_an_administrator_enrols_a_key_and_others_are_told_who_signed(
    run, recording, database_server, monkeypatch, tmp_path
):
    options = database_server.database("enrolment")
    for name in ("host", "port", "user", "password", "database"):
        monkeypatch.setenv(f"MYSQL_{name.upper()}", str(getattr(options, name)))
    analysed = run("analyze", recording, "--json", "--calibration-duration", "0")
    report_id = json.loads(analysed.out)["report_id"]
    assert run("workstations", "list").code == 2
    assert run("workstations", "list", "--server").code == 4
    assert run("db", "init", "--server").code == 0
    assert "No workstation" in run("workstations", "list", "--server").out
    assert run("sync").code == 0
    shown = json.loads(run("workstations", "show", "--json").out)
    (offered,) = json.loads(run("workstations", "list", "--server", "--json").out)
    assert (offered["origin"], offered["fingerprint"]) == (shown["origin"], shown["fingerprint"])
    origin, digits = shown["origin"], shown["fingerprint"]
    wrong = run("workstations", "enrol", origin, "--server", "--fingerprint", "no such")
    assert (wrong.code, digits in wrong.err) == (4, True)
    done = run("workstations", "enrol", origin[:8], "--server", "--fingerprint", digits[:9])
    assert done.code == 0, done.err
    assert "enrolled" in run("workstations", "list", "--server").out
    assert run("sync").code == 0
    assert "is enrolled at the centre" in run("workstations", "show").out
    assert "Signed by this workstation." in run("reports", "show", report_id).out

    monkeypatch.setenv("PROCTOR_FOLDER", str(tmp_path / "other workstation"))
    assert run("sync").code == 0
    assert f"({digits})" in run("reports", "show", report_id).out
    assert "not enrolled" in run("workstations", "show").out
    assert run("workstations", "revoke", origin, "--server").code == 0
    assert run("sync").code == 0
    assert "was revoked" in run("reports", "show", report_id).out
