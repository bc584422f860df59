"""Where the environment is read: settings and addresses."""
