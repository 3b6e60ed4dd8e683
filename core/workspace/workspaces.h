#pragma once

#include "core/workspace/workspace.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace lanyard {

/// The open accounts, a row each, in the order in which they were opened. Owns them, and knows which one is shown.
class Workspaces : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit Workspaces(const Shared &shared, QObject *parent = nullptr);

    /// The user's name at the service, or empty if nobody is signed in there.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Workspace &at(int row) const { return *m_open.at(static_cast<std::size_t>(row)); }

    /// Adds an account that nobody is signed in to yet. The first one becomes the current one.
    Workspace &open();
    /// Removes @p workspace with whatever is unsaved in it; its draft stays. If it was the current one, another one is,
    /// while there are any.
    void close(Workspace &workspace);

    /// Null while none is open.
    [[nodiscard]] Workspace *current() const { return m_current; }
    void setCurrent(Workspace &workspace);

Q_SIGNALS:
    void currentChanged();

private:
    [[nodiscard]] int rowOf(const Workspace &workspace) const;
    void makeCurrent(Workspace *workspace);

    Shared m_shared;
    std::vector<std::unique_ptr<Workspace>> m_open;
    Workspace *m_current = nullptr;
};

} // namespace lanyard
