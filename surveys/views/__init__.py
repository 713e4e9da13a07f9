"""Pages of surveys: what anybody reads, what coordinators run and write."""
