extension Schema {
    /// What a board of the past is made of is found without reading everybody: who stayed for days,
    /// and what was asked of institutions when. Who was received when is found already.
    ///
    /// Each referral is one entry more, and so is whoever leaves after two days; nothing else that
    /// changes touches them.
    static let past = """
        CREATE INDEX reception_stayed ON reception (exitAt, receivedAt)
          WHERE exitAt - receivedAt > 172800000;
        CREATE INDEX referral_sent ON referral (sentAt, reception) WHERE sentAt IS NOT NULL;
        """
}
