import Repatriation
import SQLite

/// The slices of referrals, help and claims.
extension Store {
    func stock(at code: PointCode) throws(SQLiteError) -> [StockItem] {
        try rows.all(StockItem.self, "point = ? ORDER BY id", .text(code.text))
    }

    /// The referrals of somebody that still wait for something.
    func openReferrals(of id: Identifier<Reception>) throws(SQLiteError) -> [Referral] {
        try rows.all(
            Referral.self, "reception = ? AND state IN ('sent', 'accepted') ORDER BY id",
            .int(id.value))
    }

    /// The institutions of these referrals, each once.
    func providers(of referrals: [Referral]) throws(SQLiteError) -> [Provider] {
        var found: [Provider] = []
        for id in Set(referrals.compactMap(\.provider)).sorted(by: { $0.value < $1.value }) {
            if let provider: Provider = try rows.find(id) { found.append(provider) }
        }
        return found
    }

    /// An institution by its number; nil where there is none.
    package func provider(_ id: Identifier<Provider>) throws -> Provider? { try rows.find(id) }

    /// Who helps near a point, by name, whole; those no longer offered are left out.
    func institutions(at code: PointCode) throws(SQLiteError) -> [Provider] {
        try rows.all(Provider.self, "point = ? AND retired = 0 ORDER BY name", .text(code.text))
    }
}
