"""GOL: the goals text against the indicators."""
