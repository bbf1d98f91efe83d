"""Tables and states that the pages show; they sort and filter themselves."""
