"""Who a source is: its fullest name, actor, type, side, named or not."""
