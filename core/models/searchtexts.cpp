#include "core/models/searchtexts.h"

#include <QElapsedTimer>

#include <utility>

namespace lanyard {

namespace {

constexpr qint64 SliceMs = 8; // half of the time between two pictures of a screen
constexpr qsizetype RowsBetweenLooks = 16;

} // namespace

SearchTexts::SearchTexts(std::function<void(const QModelIndex &row)> make, qsizetype rowsAtOnce)
    : m_make(std::move(make)), m_rowsAtOnce(rowsAtOnce)
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &SearchTexts::makeSome);
}

void SearchTexts::whenMade(const QAbstractItemModel &model, std::function<void()> then)
{
    drop();
    m_model = &model;
    m_then = std::move(then);
    m_reset = connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_rows.clear(); });
    collect({});
    if (m_rows.size() > m_rowsAtOnce)
        m_slice.start();
    else
        makeSome();
}

void SearchTexts::drop()
{
    disconnect(m_reset);
    m_slice.stop();
    m_rows.clear();
    m_made = 0;
    m_then = nullptr;
}

void SearchTexts::collect(const QModelIndex &parent)
{
    const int rows = m_model->rowCount(parent);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        m_rows.append(index);
        if (m_model->hasChildren(index))
            collect(index);
    }
}

void SearchTexts::makeSome()
{
    if (m_rows.isEmpty()) { // it has been reset
        m_made = 0;
        collect({});
    }
    QElapsedTimer timer;
    timer.start();
    while (m_made < m_rows.size()) {
        m_make(m_rows.at(m_made++));
        const bool isLook = m_made % RowsBetweenLooks == 0 && m_rows.size() > m_rowsAtOnce;
        if (isLook && timer.elapsed() >= SliceMs)
            return m_slice.start();
    }
    // What follows takes its own time.
    if (m_rows.size() > m_rowsAtOnce && timer.elapsed() > 0)
        return m_slice.start();
    const auto then = std::exchange(m_then, nullptr);
    drop();
    then();
}

} // namespace lanyard

#include "moc_searchtexts.cpp"
