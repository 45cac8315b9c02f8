"""Arguments become calls of services; what comes back is printed as plain text or JSON, or the app is opened."""
