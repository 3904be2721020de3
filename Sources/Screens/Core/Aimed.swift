import Repatriation
import Terminal

/// A screen most of whose keys act on one thing: what is under the cursor, or whom it is about.
package protocol Aimed: Screen {
    /// What they act on.
    associatedtype Target: Sendable
    /// That now; nil while there is nothing.
    var target: Target? { get }
    /// Why none of them does anything now.
    func barred(_ context: Workplace) -> Why?
}

extension Aimed {
    package func barred(_ context: Workplace) -> Why? { nil }
}

/// A screen of one list: keys that move are the list's, most others act on what is under its
/// cursor.
package protocol Listing: Aimed where Target == Element {
    /// What stands in a line.
    associatedtype Element: Identifiable & Sendable where Element.ID: Sendable
    /// The lines.
    var list: LiveList<Element> { get set }
}

extension Listing {
    package var target: Element? { list.current }
    package var hasFresh: Bool { list.hasFresh }
    package mutating func rest(_ context: Workplace) { list.adopt() }
    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        list.move(by: amount)
        return []
    }
}

/// A list of what one point has, under its own name and the point's.
protocol PointListing: Listing {
    /// What it asks of the point.
    associatedtype Asked: PointQuery
    /// What it is called.
    static var name: Bilingual { get }
    /// Whose.
    var place: PointCode { get }
    /// What this officer has just done changes the list under the cursor.
    static func isOwn(_ act: any Act) -> Bool
}

extension PointListing {
    static func isOwn(_ act: any Act) -> Bool { true }
    var point: PointCode? { place }
    var queries: [any Query] { [Asked(place)] }
    func title(_ context: Workplace) -> String { context.title(Self.name, at: place) }
    /// What is answered to that; nil where it is an answer to something else.
    mutating func answer(in reply: Reply) -> Asked.Answer? {
        if case .done(let command, _, _, _) = reply, Self.isOwn(command.act) { list.expectOwn() }
        return reply.answer(to: Asked(place))
    }
}

extension PointListing where Asked.Answer == [Element] {
    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let lines = answer(in: reply) { list.take(lines) }
        return []
    }
}

extension Workplace {
    /// What a screen about a point is called.
    func title(_ name: Bilingual, at place: PointCode) -> String {
        "\(name(language)) · \(names[place] ?? place.text)"
    }
}
