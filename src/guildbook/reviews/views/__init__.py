"""Pages of the reviews area: form, history, differences to decide on, proposals, one's desk."""
