"""What a demo has beside the agreement: made-up people with logins, and example reports."""
