#pragma once

#include <QList>
#include <QObject>

class QHeaderView;

namespace lanyard {

/// What a column of a list would take, in pixels.
struct ColumnWish
{
    int column;
    int least;           ///< where there is not enough room for all
    int usual;           ///< before another gets more
    int whole;           ///< to show all of its content
    int share;           ///< of the room that is left when every content is whole
    bool yields = false; ///< its room to the others, where there is not enough for all
};

/// Shares the room of a list out among its columns, whatever size the window has, until the user sets a width: from
/// then on their widths are kept.
class ColumnRoom : public QObject
{
    Q_OBJECT

public:
    /// @p header belongs to the list, which owns this.
    explicit ColumnRoom(QHeaderView &header);

    /// The columns that are shown, from now on; those which get room first come first. Changes nothing once the user
    /// has set the widths.
    /// The first @p together of them are always in sight together, however little room there is.
    void fit(const QList<ColumnWish> &wishes, int together = 0);
    [[nodiscard]] bool isFitted() const { return !m_wishes.isEmpty(); }
    [[nodiscard]] bool isOfTheUser() const { return m_isOfTheUser; }

    /// The header's, and whose widths these are; empty if neither content nor restore() has given it any.
    [[nodiscard]] QByteArray state() const;
    /// False for an empty or foreign state, which changes nothing. A state of the header alone is taken as the user's.
    bool restore(const QByteArray &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void shareOut();
    [[nodiscard]] QList<int> widthsIn(int room) const;
    int narrow(QList<int> &widths, int missing, bool yields) const;
    void bringTogether(QList<int> &widths, int room) const;
    void noteResize(int before, int now);
    void setOfTheUser(bool isOfTheUser);

    QHeaderView &m_header;
    QList<ColumnWish> m_wishes;
    int m_together = 0;
    bool m_isOfTheUser = false;
    bool m_isRestored = false;
    bool m_isOurs = false; // what happens to the header now
};

} // namespace lanyard
