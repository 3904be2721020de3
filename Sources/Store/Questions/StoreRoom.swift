import Repatriation
import SQLite

extension Reading<StoreRoom> {
    /// What a point has of each material, and the bags it keeps.
    package static func storeRoom(at code: PointCode) -> Reading {
        Reading { look in try look.storeRoom(at: code) }
    }
}

extension Reading<[Provider]> {
    /// Who helps near a point, by name; those no longer offered are left out.
    package static func providers(at code: PointCode) -> Reading {
        Reading { look in try look.providers(at: code) }
    }
}

extension Look {
    fileprivate func storeRoom(at code: PointCode) throws -> StoreRoom {
        let kept = try rows.all(
            Bag.self, "point = ? AND givenAt IS NULL ORDER BY keptAt LIMIT 200",
            .text(code.text))
        var bags: [KeptBag] = []
        for bag in kept {
            guard
                let person = try rows.first(Reception.self, "id = ?", .int(bag.reception.value))
            else { continue }
            bags.append(
                KeptBag(
                    bag: bag.hiding(outside: reader.classes),
                    person: person.visible(to: reader)))
        }
        return StoreRoom(point: code, stock: try store.stock(at: code), bags: bags)
    }

    func providers(at code: PointCode) throws -> [Provider] {
        try store.institutions(at: code).map { $0.visible(to: reader) }
    }
}
