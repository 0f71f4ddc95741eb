"""Reading what people hold: files of many forms into rows of one form."""
