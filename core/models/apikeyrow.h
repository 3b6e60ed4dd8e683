#pragma once

#include "core/base/nameorder.h"
#include "core/document/apikey.h"
#include "core/document/timeleft.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

namespace lanyard {

/// What the row of one API key shows, by ApiKeysModel::Column. Dates are read once, and the text to search in is made
/// when it is first asked for: a list may have many thousand rows.
class ApiKeyRow
{
    Q_DECLARE_TR_FUNCTIONS(ApiKeyRow)

public:
    ApiKeyRow(ApiKey key, const QDateTime &now);

    [[nodiscard]] const ApiKey &key() const { return m_key; }
    [[nodiscard]] ApiKey::State state() const { return m_state; }
    /// The service has been asked about the key and did not accept it, at that time; or nullopt: it did. False if
    /// nothing that is shown has changed.
    bool setRefused(const std::optional<QDateTime> &at);
    [[nodiscard]] const std::optional<QDateTime> &refusedAt() const { return m_refusedAt; }
    /// Whether it was usable in the state @p before, and has expired.
    [[nodiscard]] bool hasExpiredSince(ApiKey::State before) const
    {
        return (before == ApiKey::State::Usable || before == ApiKey::State::Expiring) &&
               m_state == ApiKey::State::Expired;
    }
    [[nodiscard]] const TimeLeft &timeLeft() const { return m_left; }
    /// See ApiKeysModel::isInUse(). False if nothing has changed.
    bool setInUse(bool isInUse);
    [[nodiscard]] bool isInUse() const { return m_isInUse; }
    /// Updates the state to the time @p now. False if nothing that is shown has changed.
    bool refresh(const QDateTime &now);
    /// Whether the other row shows something else.
    [[nodiscard]] bool differsFrom(const ApiKeyRow &other) const;

    /// Secrets are masked unless @p revealed.
    [[nodiscard]] QString text(int column, bool revealed = false) const;
    /// What is read aloud: the same, but the name of a key that is not simply usable says so: who goes down the names
    /// does not hear their states.
    [[nodiscard]] QString spokenText(int column, bool revealed) const;
    /// See ApiKeysModel::DayRole.
    [[nodiscard]] QString dayText(int column) const;
    /// See ApiKeysModel::SecretRoomRole.
    [[nodiscard]] int secretRoom(int column) const;
    /// Expired or revoked.
    [[nodiscard]] bool isDead() const;
    /// The full text of a cell that may be cut, and the exact time. Never a secret.
    [[nodiscard]] QString toolTip(int column) const;
    /// Whether it comes before the other one by what stands in @p column, texts as @p order has them. Never by a
    /// secret: that would reveal something about it.
    [[nodiscard]] bool isBefore(const ApiKeyRow &other, int column, const QCollator &order) const;
    void prepareOrder(int column, const QCollator &order) const;
    /// What is compared in a column of texts.
    [[nodiscard]] const OrderKey &textOrder(int column, const QCollator &order) const;
    [[nodiscard]] static bool isOrderedByText(int column);
    /// Its place in that order, which is compared instead, if the other row has one too.
    void setRank(int column, int rank) const;
    /// See ApiKeysModel::caution().
    [[nodiscard]] QString caution(const QDateTime &now) const;
    /// Text of the whole row to search in (see searchForm()), without secrets.
    [[nodiscard]] const QString &filterText() const;
    /// The same of what the masks show of the secrets, one per line.
    [[nodiscard]] const QString &shownEnds() const;

private:
    /// What the page warns by; -1 if it does not.
    [[nodiscard]] qint64 warnedDays(const QDateTime &now) const;
    [[nodiscard]] ApiKey::State stateAt(const QDateTime &now) const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateCaution(const QDateTime &now) const;
    [[nodiscard]] QString expiryToolTip() const;

    ApiKey m_key;
    ApiKey::State m_state;
    TimeLeft m_left;
    qint64 m_daysLeft; // warnedDays() when it was looked at last
    std::optional<QDateTime> m_refusedAt = {};
    bool m_isInUse = false;
    mutable QString m_filterText = {}; // null: not made yet
    mutable QString m_shownEnds = {};  // as well
    // Of the column whose text was compared last: comparing the texts takes ten times as long.
    mutable std::optional<std::pair<int, OrderKey>> m_textOrder = {};
    mutable std::pair<int, int> m_rank = {-1, 0}; // of that column; see setRank()
};

} // namespace lanyard
