"""The REST service and the small web page, without a screen."""
