extension Schema {
    /// What a point sets of its alarms, and when people sleep there.
    static let alarms = """
        ALTER TABLE point ADD COLUMN thresholds TEXT;
        ALTER TABLE point ADD COLUMN quietHours TEXT;
        UPDATE point SET thresholds = '', quietHours = '22:00-06:00';
        CREATE INDEX reception_since ON reception (point, receivedAt) WHERE inside = 1;
        """
}
