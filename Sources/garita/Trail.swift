import Repatriation

/// What an officer has open of people, each with its trace written: it is traced once while it
/// stays open.
struct Trail {
    private struct Key: Hashable {
        let officer: Identifier<Officer>
        let query: AnyHashable
    }

    private var shown: Set<Key> = []

    /// Who was found by a search, or shown to be like somebody who is being typed.
    private var met: [Identifier<Officer>: [ReadKind: Set<Int>]] = [:]

    func isOpen(_ query: any Query, by officer: Identifier<Officer>) -> Bool {
        shown.contains(Key(officer: officer, query: AnyHashable(query)))
    }

    /// What of a look an officer was not shown yet; nil where nothing.
    ///
    /// A list that grows by itself is still the list that was opened; a search that shows somebody
    /// else is another look, and who is typed letter by letter is like the same people again.
    func unmet(_ trace: Trace, _ query: any Query, by officer: Identifier<Officer>) -> Trace? {
        switch trace.kind {
        case .match, .search: trace.besides(met[officer]?[trace.kind] ?? [])
        default: shown.contains(Key(officer: officer, query: AnyHashable(query))) ? nil : trace
        }
    }

    mutating func open(_ trace: Trace, _ query: any Query, by officer: Identifier<Officer>) {
        if trace.people.isEmpty {
            shown.insert(Key(officer: officer, query: AnyHashable(query)))
        } else {
            met[officer, default: [:]][trace.kind, default: []].formUnion(trace.people)
        }
    }

    mutating func leave(_ query: any Query, by officer: Identifier<Officer>) {
        if query is SearchFor { met[officer]?[.search] = nil }
        shown.remove(Key(officer: officer, query: AnyHashable(query)))
    }
}
