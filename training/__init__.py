"""Commands that train the models shipped with kg; they read ../shared, kg itself never does."""
