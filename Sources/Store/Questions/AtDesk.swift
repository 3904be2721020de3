import Repatriation

extension SignersHere: Readable {
    package var reading: Reading<[Signer]> { Reading { try $0.store.signers() } }
}

extension ListsNow: Readable {
    package var reading: Reading<FormLists> { Reading { try $0.store.lists() } }
}

extension PlacesLike: Readable {
    package var reading: Reading<[String]> {
        Reading { try $0.store.places(like: text, for: field, in: state) }
    }
}

extension InboxOf: Readable {
    package var reading: Reading<Answer> {
        Reading { look in
            let folder = look.store.inbox(of: point)
            return (folder, StoreFiles.names(in: folder).sorted())
        }
    }
}

extension Store {
    /// Where a point's lists are laid to be read.
    package func inbox(of point: PointCode) -> String {
        "\(StoreFiles.folder(of: path))/inbox/\(point.text)"
    }
}
