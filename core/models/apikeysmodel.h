#pragma once

#include "core/base/knownsecrets.h"
#include "core/document/user.h"
#include "core/models/apikeyrow.h"

#include <QAbstractTableModel>
#include <QList>
#include <QTimer>

namespace lanyard {

/// The user's API keys, one per row. Secrets are masked in every role of the item-view machinery; reveal() shows one on
/// request.
class ApiKeysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Key, Status, Expires, Permissions, Created, Owner, ClientSecret, Description, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int(ApiKey::State)
        FilterTextRole,           ///< text of the whole row to search in (see searchForm()), without secrets
        HasClientSecretRole,      ///< bool
        ShownEndsRole,            ///< the same of what the masks show of the secrets, one per line
        IsUnnamedRole,            ///< bool: what stands for its name is in words of ours
        IsDeadRole,               ///< bool: expired or revoked
        SecretRoomRole,           ///< int: characters that the column's secret takes when revealed, and up to 7 more
        MaskRole,                 ///< what stands for the column's secret while it is not revealed
        DayRole,                  ///< of a moment only the day, without the time, for where there is no room; or empty
        DetailRole,               ///< what the key's details say about the column, see apiKeyDetail()
    };

    explicit ApiKeysModel(QObject *parent = nullptr);

    /// A response that omits the keys leaves the rows unchanged: missing never means deleted. A list of the same keys
    /// in the same order changes the rows that differ; any other resets the model. @p hidden is taken out of all that
    /// their texts say, as their own secrets are.
    void setUser(const User &user, const KnownSecrets &hidden = {});
    /// What is unknown of the list itself, in words: that the service sent it in a form that is not understood, or that
    /// some of its entries are no keys. Empty if all is known.
    [[nodiscard]] QString listRemark() const;
    /// During a model reset: the new row of the key that was in row @p before, -1 if it is gone. Anything tied to a key
    /// (a selection, a position) is restored through it.
    [[nodiscard]] int rowNow(int before) const { return m_went.value(before, -1); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// See ApiKeyRow::isBefore().
    [[nodiscard]] bool isBefore(int row, int other, int column, const QCollator &order) const
    {
        return m_rows.at(row).isBefore(m_rows.at(other), column, order);
    }
    /// Makes what isBefore() compares: of many rows before, as it takes long.
    void prepareOrder(int row, int column, const QCollator &order) const { m_rows.at(row).prepareOrder(column, order); }
    /// What isBefore() compares in a column of texts; nothing for another one.
    [[nodiscard]] QList<OrderKey> textOrders(int column, const QCollator &order) const;
    /// The places of the rows in that order: isBefore() compares these then.
    void setRanks(int column, const QList<int> &ranks) const;
    [[nodiscard]] const ApiKey &keyAt(int row) const { return m_rows.at(row).key(); }
    /// What a user who uses this key now must know, as the end of a sentence ("it was revoked"); empty if the key stays
    /// usable.
    [[nodiscard]] QString caution(int row) const;
    /// The session is signed in with @p key, or with none if it is empty, until another user or list is set.
    void markInUse(const Secret &key);
    /// The service has been asked about @p key: it accepts it, or it does not. That is shown until it is asked again or
    /// says something else of the key.
    void markChecked(const Secret &key, bool isAccepted);
    [[nodiscard]] bool isInUse(int row) const { return m_rows.at(row).isInUse(); }
    /// Shows one secret of this row only (@p column: Key or ClientSecret), wherever its key moves to; -1: none.
    void reveal(int row, int column = Key);
    [[nodiscard]] int revealedRow() const { return m_revealed; }
    [[nodiscard]] bool isRevealed(int row, int column) const
    {
        return row >= 0 && row == m_revealed && column == m_revealedColumn;
    }
    /// A row for every state there is, the one with most left of each unit that is told (TimeLeft), and one with a
    /// whole date in each column of dates: what is measured instead of all.
    [[nodiscard]] QList<int> typicalRows() const;
    /// Updates the states to the current time. Needed only after the clock has been set or the computer suspended: as
    /// time passes, the model does so by itself.
    void refreshStates();

Q_SIGNALS:
    void listRemarkChanged();
    /// Keys that were usable when they were last looked at have expired, whether the time came while the program ran or
    /// while the computer slept. Not for keys that had expired when their user was read first.
    void expired(const QStringList &names);

private:
    void setRows(const User &user, bool isOther, bool hidesOther);
    void planRefresh();
    void tellExpired(const QStringList &names);
    void exchange(QList<ApiKeyRow> rows, bool hidesOther);

    User m_user;           // as last set
    KnownSecrets m_hidden; // as last set
    QList<ApiKeyRow> m_rows;
    bool m_isUnreadable = false; // the list in the last response
    int m_unread = 0;            // entries of the list
    QList<int> m_went;           // see rowNow()
    int m_revealed = -1;         // the row
    int m_revealedColumn = Key;
    QTimer m_nextChange; // of a state
};

} // namespace lanyard
