"""What the test suites of éditeurs and of back offices import; needs the extra ``[testing]``."""
