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

    /// Those whom an officer was not shown before, while somebody is typed letter by letter.
    func unmet(_ people: [Identifier<Person>], by officer: Identifier<Officer>) -> [Identifier<
        Person
    >] {
        people.filter { met[officer]?.contains($0) != true }
    }

    mutating func meet(_ people: [Identifier<Person>], by officer: Identifier<Officer>) {
        met[officer, default: []].formUnion(people)
    }

    /// What is looked for is in no trace: one search is like another.
    private func key(_ query: Query, _ officer: Identifier<Officer>) -> Key {
        if case .search(_, let point) = query {
            return Key(officer: officer, query: .search("", point))
        }
        return Key(officer: officer, query: query)
    }

    func isOpen(_ query: Query, by officer: Identifier<Officer>, showing count: Int = 0) -> Bool {
        guard let most = shown[key(query, officer)] else { return false }
        // A list that grows by itself is still the list that was opened; a search that shows more
        // is another look.
        if case .search = query { return count <= most }
        return true
    }

    mutating func open(_ query: Query, by officer: Identifier<Officer>, showing count: Int = 0) {
        shown[key(query, officer)] = count
    }

    mutating func leave(_ query: Query, by officer: Identifier<Officer>) {
        shown[key(query, officer)] = nil
    }
}
