// Material's search is a dialog without a name; its input has the name in the site's language.
{
  const dialog = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const name = dialog?.querySelector("[data-md-component=search-query]")?.ariaLabel;
  if (name) dialog.ariaLabel = name;
}
