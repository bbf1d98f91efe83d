import json

from tests.e2e.conftest import SCRIPT


def test_the_demo_sets_the_script_beside_what_was_found(run, tmp_path):
    script = tmp_path / "turn.txt"
    script.write_text(SCRIPT + "at 6 s look left 28 deg for 0.3 s\n")
    answer = run("demo", "--output", tmp_path / "demo", "--scenario", script, "--json")
    assert answer.code == 0, answer.err
    document = json.loads(answer.out)
    compared = [one for one in document["comparison"] if one["reportable"]]
    assert [one["truth"]["kind"] for one in compared] == ["head_movement"]
    found = compared[0]["found"]
    assert found["direction"] == "right"
    assert abs(found["start"] - compared[0]["truth"]["start"]) < 0.4
    listed = json.loads(run("reports", "list", "--json").out)["reports"]
    assert [one["report_id"] for one in listed] == [document["report"]["report_id"]]
    names = sorted(path.name for path in (tmp_path / "demo").iterdir())
    assert names == [
        "turn.csv",
        "turn.html",
        "turn.json",
        "turn.mp4",
        "turn.mp4.truth.json",
        "turn.pdf",
    ]


def test_a_script_that_is_not_there_is_wrong_usage(run, tmp_path):
    assert run("demo", "--output", tmp_path, "--scenario", "nothing").code == 2
    assert run("demo", "--output", tmp_path, "--scenario", tmp_path / "no.txt").code == 2
