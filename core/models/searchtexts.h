#pragma once

#include <QList>
#include <QModelIndex>
#include <QObject>
#include <QTimer>

#include <functional>

namespace lanyard {

/// Makes the texts of a model's rows to search in before somebody searches, or to sort by before they are sorted. Those
/// of many thousand take seconds: they are made a few milliseconds at a time, so that what is typed meanwhile is not
/// held up.
class SearchTexts : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype RowsAtOnce = 500;

    /// @p make makes and keeps the text of a row, unless it is there. Up to @p rowsAtOnce are made at once.
    explicit SearchTexts(std::function<void(const QModelIndex &row)> make, qsizetype rowsAtOnce = RowsAtOnce);

    /// Calls @p then when all rows of @p model have their texts: at once where they are few. The call before it is
    /// dropped, if it still waits. Rows come and go by a reset of the model only.
    void whenMade(const QAbstractItemModel &model, std::function<void()> then);
    /// Nobody searches any more.
    void drop();
    /// Whether a call waits.
    [[nodiscard]] bool isMaking() const { return m_slice.isActive(); }

private:
    void collect(const QModelIndex &parent);
    void makeSome();

    std::function<void(const QModelIndex &)> m_make;
    qsizetype m_rowsAtOnce;
    std::function<void()> m_then;
    const QAbstractItemModel *m_model = nullptr;
    QMetaObject::Connection m_reset;
    QList<QModelIndex> m_rows; // until the model is reset
    qsizetype m_made = 0;
    QTimer m_slice;
};

} // namespace lanyard
