import Repatriation
import SQLite

/// What people ask about the data held on them.
extension Store {
    /// The days on which terms run, with the store's own holiday list.
    package func workingDays() throws(StoreError) -> WorkingDays {
        let days = try entries(of: CatalogueEntry.holidays).filter { !$0.isRetired }.compactMap(
            \.date)
        return WorkingDays(besides: Set(days))
    }

    /// All requests, those that wait first, by when they are due. Their words are for whoever reads
    /// whole files.
    package func rightsRequests() throws -> [RightsRequest] {
        try require(.wholeFile)
        return try rows.all(RightsRequest.self, "1 ORDER BY state = 'answered', dueOn, id")
    }

    /// Throws `notAllowed` unless whoever looks through this connection may; the program's own work
    /// may.
    package func require(_ oversight: Oversight) throws {
        guard let reader else { return }
        guard let officer: Officer = try rows.find(reader) else { throw Refusal(.unknownOfficer) }
        try oversight.check(officer, isDrill: isDrill)
    }
}
