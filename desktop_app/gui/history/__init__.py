"""What was done, looked at and taken back."""
