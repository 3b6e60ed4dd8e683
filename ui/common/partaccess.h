#pragma once

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QHash>
#include <QPointer>
#include <QWidget>

namespace lanyard {

/// A part of a widget that is no widget itself, such as a tab: it can be pressed, and has no parts of its own.
class PartAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit PartAccess(QWidget *whole) : m_whole(whole) {}

    [[nodiscard]] bool isValid() const override { return m_whole; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QWidget> m_whole;
};

/// The parts of a widget by their numbers, each made when it is first asked for.
class AccessParts
{
public:
    AccessParts() = default;
    ~AccessParts();
    Q_DISABLE_COPY_MOVE(AccessParts)

    template<typename Make>
    [[nodiscard]] QAccessibleInterface *at(int number, Make make)
    {
        QAccessible::Id &id = m_parts[number];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(make());
        return QAccessible::accessibleInterface(id);
    }
    /// -1: it is none of them.
    [[nodiscard]] int numberOf(const QAccessibleInterface *part) const;

private:
    QHash<int, QAccessible::Id> m_parts;
};

} // namespace lanyard
