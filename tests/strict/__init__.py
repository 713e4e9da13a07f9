"""What makes the tests stricter than production: a fault that only annoys there fails here."""
