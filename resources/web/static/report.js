"use strict";
(() => {
  const button = document.getElementById("erase");
  const state = document.getElementById("state");
  button.addEventListener("click", async () => {
    if (!window.confirm("Erase this report with its evidence and signals? This cannot be undone.")) return;
    const answer = await fetch(`/api/v1/reports/${button.dataset.report}`, { method: "DELETE" });
    if (answer.ok) {
      window.location.assign("/");
    } else {
      const problem = await answer.json().catch(() => ({}));
      state.textContent = problem.detail || `It could not be erased (${answer.status}).`;
    }
  });
})();
