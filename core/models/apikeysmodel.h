#pragma once

#include "core/document/apikey.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QList>

namespace lanyard {

class User;

/// The person's API keys, one a row. Secrets are masked in every role of the item-view machinery; revealing shows one
/// of them as long as it is asked for.
class ApiKeysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Key, Status, Permissions, Expires, Created, Owner, ClientSecret, Description, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int(ApiKey::State)
        SortRole,                 ///< what the column is sorted by
        FilterTextRole,           ///< lower-case text of the whole row, without secrets
        HasClientSecretRole,      ///< bool
        ShownEndsRole,            ///< in lower case, what the masks show of the secrets, one a line
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// An answer that leaves the keys out leaves the rows as they are: missing never means deleted. A list of the same
    /// keys in the same order changes the rows that differ; any other resets the model.
    void setUser(const User &user);
    /// While the model is reset: where the key that stood in row @p before stands now, -1 when it is gone. What belongs
    /// to a key (a selection, a place) is found again by it.
    [[nodiscard]] int rowNow(int before) const { return m_went.value(before, -1); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Whether the name in row @p a stands before the one in row @p b, as the person's language orders them.
    [[nodiscard]] bool isNamedBefore(int a, int b) const { return m_rows.at(a).order < m_rows.at(b).order; }
    [[nodiscard]] const ApiKey &keyAt(int row) const { return m_rows.at(row).key; }
    /// What somebody who uses this key now must know, as the end of a sentence ("it was revoked"); empty when the key
    /// is usable for longer.
    [[nodiscard]] QString caution(int row) const;
    /// Shows the secrets of this row only, wherever its key moves to; -1: of none.
    void reveal(int row);
    [[nodiscard]] int revealedRow() const { return m_revealed; }
    /// Brings the states up to date with the clock.
    void refreshStates();

private:
    struct Row
    {
        ApiKey key;
        ApiKey::State state;
        QString filterText;
        QString shownEnds;
        QCollatorSortKey order; ///< of the name: a comparison of texts takes ten times as long
    };
    [[nodiscard]] QList<Row> rowsOf(const QList<ApiKey> &keys) const;
    void exchange(QList<Row> rows);
    [[nodiscard]] QString text(const Row &row, int column, bool revealed) const;
    [[nodiscard]] QString statusText(const Row &row) const;
    [[nodiscard]] QString toolTip(const Row &row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row &row, int column) const;
    [[nodiscard]] QString filterText(const Row &row) const;

    QString m_userId;
    QList<Row> m_rows;
    QList<int> m_went; // see rowNow()
    int m_revealed = -1;
};

} // namespace lanyard
