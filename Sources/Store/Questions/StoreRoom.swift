import Repatriation
import SQLite

extension StoreRoomOf: Readable {
    package var reading: Reading<StoreRoom> { Reading { try $0.storeRoom(at: point) } }
}

/// Those no longer offered are left out.
extension ProvidersNear: Readable {
    package var reading: Reading<[Provider]> { Reading { try $0.providers(at: point) } }
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
