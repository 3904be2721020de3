import Repatriation
import Screens

/// What an officer has open of people, each with its trace written: it is traced once while it
/// stays open.
struct Trail {
    private struct Key: Hashable {
        let officer: Identifier<Officer>
        let query: Query
    }

    /// The most people that each showed at once.
    private var shown: [Key: Int] = [:]

    /// Who was shown to be like somebody who is being typed.
    private var met: [Identifier<Officer>: Set<Identifier<Person>>] = [:]

    /// What is looked for is in no trace: one search is like another.
    private func key(_ query: Query, _ officer: Identifier<Officer>) -> Key {
        if case .search(_, let point) = query {
            return Key(officer: officer, query: .search("", point))
        }
        return Key(officer: officer, query: query)
    }

    func isOpen(_ query: Query, by officer: Identifier<Officer>) -> Bool {
        shown[key(query, officer)] != nil
    }

    /// What of a look an officer was not shown yet; nil where nothing.
    ///
    /// A list that grows by itself is still the list that was opened; a search that shows more is
    /// another look, and somebody typed letter by letter is like the same people again.
    func unmet(_ trace: Trace, _ query: Query, by officer: Identifier<Officer>) -> Trace? {
        if trace.kind == .match {
            let new = trace.people.filter { met[officer]?.contains($0) != true }
            return new.isEmpty ? nil : trace.of(new)
        }
        guard let most = shown[key(query, officer)] else { return trace }
        if case .search = query { return trace.count ?? 0 <= most ? nil : trace }
        return nil
    }

    mutating func open(_ trace: Trace, _ query: Query, by officer: Identifier<Officer>) {
        met[officer, default: []].formUnion(trace.people)
        if trace.people.isEmpty { shown[key(query, officer)] = trace.count ?? 0 }
    }

    mutating func leave(_ query: Query, by officer: Identifier<Officer>) {
        shown[key(query, officer)] = nil
    }
}
