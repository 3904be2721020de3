extension Schema {
    /// Of what official tables count: whether somebody came out of hours, whether anything was given,
    /// and which help, referrals and claims; ``Store/countEarlier(_:since:)`` says it of everybody who
    /// was received.
    static let supports = """
        ALTER TABLE reception ADD COLUMN countedOutOfHours INTEGER;
        ALTER TABLE reception ADD COLUMN countedSupport TEXT;
        ALTER TABLE reception ADD COLUMN countedGiven TEXT DEFAULT '';
        ALTER TABLE reception ADD COLUMN countedDeclined TEXT DEFAULT '';
        ALTER TABLE reception ADD COLUMN countedReferred TEXT DEFAULT '';
        ALTER TABLE reception ADD COLUMN countedClaimed TEXT DEFAULT '';
        """
}
