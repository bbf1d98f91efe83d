"""What the window promises, and the test that fails without it.

Each name is read: a test that is not there fails this file.

Analysis
- drop or choose videos, queue, progress of each and of all
  test_analysis.test_a_dropped_video_is_watched_analysed_kept_and_reviewed
- one bad file does not stop the others
  test_analysis.test_bad_files_cost_a_row_each_that_says_why_and_no_dialog
- capture from a camera with a recording
  test_capture.test_a_capture_is_measured_live_recorded_and_reported
- a lost camera
  test_capture.test_a_source_that_went_away_says_so_on_the_picture_until_it_is_back
- a camera or a stream's address can be given
  test_capture.test_an_address_and_return_begin_a_capture
- cameras beside each other, never in a queue
  test_capture.test_a_second_camera_starts_beside_the_first_and_beside_a_file
- names in the table, for several rows, from a roster
  test_analysis.test_what_is_written_into_one_of_several_selected_rows_is_for_all_of_them
  test_analysis.test_a_roster_names_what_waits_and_what_comes
- a question before an exam that is captured ends
  test_capture.test_closing_over_a_capture_asks_and_keeps_what_was_captured
- overlay of landmarks, head axes, gaze and people that can be switched
  test_widgets.test_each_layer_can_be_switched
- calibration ring with reasons
  test_widgets.test_the_ring_counts_and_says_why_a_frame_was_not_used
- live timelines with thresholds, incidents, not measurable time
  test_timeline.test_live_samples_are_drawn_on_the_timers_clock
  test_timeline.test_time_without_a_value_is_hatched
- risk and coverage gauges
  test_widgets.test_gauges_say_class_and_share_in_words
- curves that grow with the engine
  test_parts.test_curves_grow_while_all_processors_work
Reports
- reports, search, filters, counters
  test_reports.test_exam_day_and_verdict_are_filtered_and_an_empty_list_says_why
  test_reports.test_a_hit_is_found_and_opened_without_the_mouse
- result of the review
  test_reports.test_the_list_says_what_the_review_came_to
- verdicts
  test_reports.test_several_recordings_get_their_verdict_at_once_and_it_can_be_taken_back
- sync state and its explanation
  test_exchange.test_the_status_line_says_how_it_stands
- deletion with a reason, bin and restore
  test_reports.test_deletion_asks_why_goes_to_the_bin_and_comes_back
- another candidate or exam
  test_reports.test_a_report_is_given_to_another_candidate_with_a_reason
- export of many
  test_reports.test_an_export_of_many_says_how_far_it_is_and_can_be_stopped
- recordings in another folder
  test_reports.test_a_folder_is_searched_for_the_recordings_of_all_reports
Review
- exact frames, steps both ways
  test_player.test_steps_go_by_one_frame_across_seconds_both_ways
- sound in step
  test_sound.test_qt_plays_the_sound_in_step_with_the_pictures
- no audio device
  test_sound.test_without_an_audio_device_pictures_play_and_it_is_said
- playhead both ways
  test_timeline.test_playhead_moves_silently_when_the_player_moves_it
  test_timeline.test_dragging_the_playhead_seeks
- incident lanes
  test_timeline.test_clicking_an_incident_chooses_it_and_seeks
- explanation and counterfactual
  test_review.test_opening_a_report_goes_to_the_first_incident_to_decide
- confirm, dismiss with a reason
  test_review.test_two_incidents_are_decided_with_four_keys
- note
  test_review.test_a_note_names_the_span_that_was_set
- an incident of one's own
  test_review.test_an_incident_of_ones_own_is_added_with_keys_and_undone
- undo and redo
  test_review.test_undo_and_redo_are_decisions_of_their_own
- stop at each incident
  test_review.test_playback_comes_to_an_incident_and_shows_it_with_its_own_pictures
- skip what is uneventful
  test_player.test_quiet_time_is_skipped
- speed 0.25 to 4
  test_player.test_speeds_stay_in_the_list
- what-if
  test_review.test_what_if_says_which_incidents_go
- gaze map
  test_review.test_gaze_map_lists_the_look_and_plays_it
- calibration replay
  test_review.test_calibration_is_replayed_frame_by_frame_with_reasons
- export
  test_review.test_export_writes_the_format_of_the_name
- why
  test_review.test_why_says_what_the_risk_is_made_of
Settings and everywhere
- settings generated from the schema
  test_settings_page.test_no_setting_is_left_out
  test_settings_page.test_bounds_of_the_declaration_are_those_of_the_editor
- database with a test button
  test_settings_page.test_the_connection_is_tried_with_what_is_written
- language
  test_translation.test_every_text_is_translated
  test_translation.test_the_report_of_the_recording_is_explained_in_german
- theme
  test_settings_page.test_the_theme_changes_at_once
- shortcuts
  test_settings_page.test_own_keys_and_name_are_kept
- first-run check
  test_settings_page.test_checks_of_the_workstation_end_in_sentences
- help with all keys
  test_dialogs.test_help_names_every_action_with_its_keys
- about with versions
  test_dialogs.test_about_lists_versions
- last page and layout after a restart
  test_window.test_the_last_page_is_open_again_after_a_restart
- unfinished analysis after kill -9
  test_window.test_a_window_that_was_killed_goes_on_with_its_recording
- nothing told is lost by kills
  test_killing.test_nothing_that_the_window_told_is_lost_by_kills
- one error dialog
  test_dialogs.test_an_expected_fault_is_said_in_its_own_words
  test_dialogs.test_a_bug_says_what_to_do_and_copies_its_traceback
- dark and light with contrast
  test_theme.test_every_ink_can_be_read_on_every_ground
- twice the size
  test_screenshots.test_a_small_window_scrolls_and_loses_nothing
  test_real_screen.test_pages_and_keys_on_an_x_server_at_twice_the_size
- keyboard only
  test_accessibility.test_tab_reaches_every_control_of_the_review
- accessible names
  test_accessibility.test_every_widget_of_a_page_has_a_name
- a summary of each plot
  test_accessibility.test_the_timeline_says_in_words_what_it_shows
- the window is never held
  test_live_run.test_a_capture_shows_every_sample_at_once_and_never_holds_the_window
- 130,000 samples and 10,000 incidents
  test_timeline.test_three_hours_and_ten_thousand_incidents_scroll_and_zoom_at_thirty_frames_a_second
- the first window
  test_window.test_the_first_window_waits_for_no_model_no_plot_and_no_database
"""

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
NAMED = re.compile(r"\b(test_\w+)\.(test_\w+)")


def test_every_promise_names_a_test_that_is_there() -> None:
    promises = re.split(r"^- ", __doc__ or "", flags=re.MULTILINE)[1:]
    assert len(promises) > 45
    for promise in promises:
        found = NAMED.findall(promise)
        assert found, promise
        for module, name in found:
            tree = ast.parse((HERE / f"{module}.py").read_text("utf-8"))
            names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert name in names, f"{module}.{name}"
