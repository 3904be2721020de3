import Repatriation
import Store

extension Bilingual {
    /// What an error says to whoever has to act on it.
    init(telling error: any Error) {
        self =
            switch error {
            case let error as UsageError: error.sentence
            case let error as StoreError: error.sentence
            case let failure as PerformFailure: failure.sentence
            case let refusal as Refusal: refusal.sentence
            case let failure as HandoverList.Failure: failure.sentence
            case let wrong as ScenarioFiles.Wrong: wrong.problems.map(\.sentence).joined()
            default: Bilingual("No se pudo: \(error).", "That failed: \(error).")
            }
    }
}
