"""The edge: how fast it is. Scorers of quality live with the tests."""
