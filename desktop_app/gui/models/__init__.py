"""What the panes show, as Qt's models."""
