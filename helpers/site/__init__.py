"""The site: notebooks, documents, records and the helpers' reference as pages to read offline."""
