// What a Termwise site does beyond showing its pages. Pages come and go without this file
// being run again, so it listens to the document and keeps hold of nothing in it.

// "Find a term" is a link to the index; where the theme has a search, it opens that.
document.addEventListener(
  "click",
  (event) => {
    if (!event.target.closest?.(".tw-find-open")) return;
    const toggle = document.getElementById("__search");
    const query = document.querySelector("[data-md-component=search-query]");
    if (!toggle || !query) return;
    event.preventDefault();
    event.stopPropagation();
    if (!toggle.checked) toggle.click();
    query.focus();
  },
  { capture: true },
);
