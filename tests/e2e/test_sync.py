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
