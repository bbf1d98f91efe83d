"use strict";
// Uploads with progress, then follows the job. Without scripts the form still works: it waits.
(() => {
  const form = document.getElementById("upload");
  const state = document.getElementById("state");
  const bar = document.getElementById("bar");
  const box = document.getElementById("progress");
  const cancel = document.getElementById("cancel");
  const submit = form.querySelector("button[type=submit]");
  let stop = () => {};

  const show = (text, share) => {
    state.textContent = text;
    box.hidden = share === undefined;
    if (share !== undefined) bar.value = share;
  };

  const rest = (text) => {
    show(text);
    submit.disabled = false;
    cancel.hidden = true;
  };

  const percent = (share) => `${Math.floor(share * 100)} %`;

  const finished = (job) => {
    rest("");
    const link = document.createElement("a");
    link.href = `/reports/${job.report_id}`;
    link.textContent = `Open the report on ${job.student_id}, ${job.exam_id}`;
    state.append("The analysis is done. ", link);
    link.focus();
  };

  const follow = (job) => {
    const events = new EventSource(`/api/v1/jobs/${job.job_id}/events`);
    stop = () => fetch(`/api/v1/jobs/${job.job_id}`, { method: "DELETE" });
    const ended = (handler) => (event) => {
      events.close();
      handler(JSON.parse(event.data));
    };
    events.addEventListener("progress", (event) => {
      const now = JSON.parse(event.data);
      show(now.state === "queued" ? "Waiting for its turn" : `Analysed ${percent(now.progress)}`, now.progress);
    });
    events.addEventListener("done", ended(finished));
    events.addEventListener("failed", ended((now) => rest(now.error)));
    events.addEventListener("cancelled", ended(() => rest("The analysis was cancelled.")));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Prefer", "respond-async");
    request.setRequestHeader("Idempotency-Key", `${Date.now()}-${Math.random().toString(36).slice(2)}`);
    request.upload.addEventListener("progress", (now) => {
      if (now.lengthComputable) show(`Uploaded ${percent(now.loaded / now.total)}`, now.loaded / now.total);
    });
    request.addEventListener("load", () => {
      let answer;
      try { answer = JSON.parse(request.responseText); } catch { answer = {}; }
      if (request.status === 202) follow(answer);
      else rest(answer.detail || `The upload was refused (${request.status}).`);
    });
    request.addEventListener("error", () => rest("The connection was lost. Send the video again."));
    request.addEventListener("abort", () => rest("The upload was cancelled."));
    stop = () => request.abort();
    submit.disabled = true;
    cancel.hidden = false;
    show("Uploading", 0);
    request.send(new FormData(form));
  });

  cancel.addEventListener("click", () => stop());
})();
