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
}

extension Reading<[RightsRequest]> {
    /// All requests, those that wait first, by when they are due. Their words are for whoever reads
    /// whole files.
    package static var rightsRequests: Reading {
        Reading(.wholeFile) { look in
            try look.rows.all(RightsRequest.self, "1 ORDER BY state = 'answered', dueOn, id")
        }
    }
}
