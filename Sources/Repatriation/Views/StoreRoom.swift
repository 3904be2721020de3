/// What a point has of each material, and the bags it keeps.
package struct StoreRoomOf: PointQuery {
    package typealias Answer = StoreRoom
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// What a point has and keeps: material by kind, bags by shelf.
package struct StoreRoom: Sendable, Equatable {
    /// Which point.
    package let point: PointCode
    /// One line a kind that was ever counted.
    package let stock: [StockItem]
    /// Bags that wait for somebody, the oldest first, with their ticket.
    package let bags: [KeptBag]

    /// What a point has and keeps.
    package init(point: PointCode, stock: [StockItem], bags: [KeptBag]) {
        (self.point, self.stock, self.bags) = (point, stock, bags)
    }
}

/// A bag on its shelf, with whose it is.
package struct KeptBag: Sendable, Equatable {
    /// The bag.
    package let bag: Bag
    /// Whose, as they may be shown.
    package let person: Reception

    /// A bag of somebody.
    package init(bag: Bag, person: Reception) { (self.bag, self.person) = (bag, person) }
}

/// Who helps near a point, by name.
package struct ProvidersNear: PointQuery {
    package typealias Answer = [Provider]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}
