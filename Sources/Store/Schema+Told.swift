extension Schema {
    /// When somebody's CURP went to IMSS; who has a certificate and is on no list yet, and who is on
    /// which.
    static let told = """
        ALTER TABLE reception ADD COLUMN toldIMSSAt INTEGER;
        CREATE INDEX reception_owed ON reception (receivedDate)
          WHERE certificate IS NOT NULL AND toldIMSSAt IS NULL;
        CREATE INDEX reception_told ON reception (toldIMSSAt) WHERE toldIMSSAt IS NOT NULL;
        """
}
