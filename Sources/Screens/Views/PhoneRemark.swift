import Repatriation

/// What is worth a look in a telephone number: nobody is called on one that is short or has words
/// in it.
enum PhoneRemark {
    /// Ten figures in Mexico and the US; up to fifteen with the country (ITU-T E.164). nil when
    /// nothing is wrong.
    static func of(_ typed: String) -> Bilingual? {
        let figures = typed.count { $0.isASCII && $0.isNumber }
        let isPlain = typed.allSatisfy { $0.isASCII && $0.isNumber || " +-().".contains($0) }
        guard !typed.isEmpty, !isPlain || !(10...15).contains(figures) else { return nil }
        return Bilingual("▲ \(figures) cifras: revíselo", "▲ \(figures) figures: look at it")
    }
}
