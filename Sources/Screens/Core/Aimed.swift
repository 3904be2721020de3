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
    /// What it lists.
    static var subject: PointSubject { get }
    /// Whose.
    var place: PointCode { get }
}

/// What a list of a point is called, and the question that it asks.
struct PointSubject: Sendable {
    let name: Bilingual
    let query: @Sendable (PointCode) -> Query
}

extension PointListing {
    var point: PointCode? { place }
    var queries: [Query] { [Self.subject.query(place)] }
    func title(_ context: Workplace) -> String {
        context.title(Self.subject.name, at: place)
    }
}

extension Workplace {
    /// What a screen about a point is called.
    func title(_ name: Bilingual, at place: PointCode) -> String {
        "\(name(language)) · \(names[place] ?? place.text)"
    }
}
