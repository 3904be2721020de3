import Repatriation
import SQLite

/// The slices of referrals, help and claims.
extension Store {
    func stock(at code: PointCode) throws(SQLiteError) -> [StockItem] {
        try rows.all(StockItem.self, "point = ? ORDER BY id", .text(code.text))
    }

    /// What a point has of each material, and the bags it keeps, as the reader may see them.
    package func storeRoom(at code: PointCode) throws(StoreError) -> StoreRoom {
        let eyes = try eyes()
        let classes = eyes.classes
        return try wrap { () throws(SQLiteError) in
            let kept = try rows.all(
                Bag.self, "point = ? AND givenAt IS NULL ORDER BY keptAt LIMIT 200",
                .text(code.text))
            var bags: [KeptBag] = []
            for bag in kept {
                guard
                    let person = try rows.first(Reception.self, "id = ?", .int(bag.reception.value))
                else { continue }
                bags.append(
                    KeptBag(bag: bag.hiding(outside: classes), person: person.visible(to: eyes)))
            }
            return StoreRoom(point: code, stock: try stock(at: code), bags: bags)
        }
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

    /// Who helps near a point, by name, as the reader may see them; those no longer offered are
    /// left out.
    package func providers(at code: PointCode) throws(StoreError) -> [Provider] {
        let eyes = try eyes()
        return try wrap { () throws(SQLiteError) in
            try institutions(at: code).map { $0.visible(to: eyes) }
        }
    }

    /// The same whole, for the rules.
    func institutions(at code: PointCode) throws(SQLiteError) -> [Provider] {
        try rows.all(Provider.self, "point = ? AND retired = 0 ORDER BY name", .text(code.text))
    }
}
