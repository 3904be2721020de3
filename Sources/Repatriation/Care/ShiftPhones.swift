/// The phones of DIF and of an ambulance, as the institutions of a point have them.
package struct ShiftPhones: Sendable, Equatable {
    /// Of whoever protects children; nil where no contact is written.
    package let dif: String?
    /// Of whoever is called in an emergency.
    package let ambulance: String?

    /// Of a point's institutions.
    package init(_ institutions: [Provider]) {
        let offered = institutions.filter { !$0.isRetired }
        dif = offered.lazy.filter { $0.institution == .childProtection }.compactMap(\.contact).first
        ambulance =
            offered.lazy.filter { $0.serves.contains(.emergency) }.compactMap(\.contact)
            .first
    }

    /// «DIF 631 …; ambulancia: sin dato».
    package var words: Bilingual {
        func said(_ contact: String?) -> Bilingual {
            contact.map { Bilingual($0, $0) } ?? Bilingual("sin dato", "no data")
        }
        let (dif, ambulance) = (said(dif), said(ambulance))
        return Bilingual(
            "DIF: \(dif.es). Ambulancia: \(ambulance.es).",
            "DIF: \(dif.en). Ambulance: \(ambulance.en).")
    }
}
