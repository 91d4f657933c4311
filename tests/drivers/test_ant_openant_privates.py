"""All that is used of openant's insides: after an upgrade this fails first, and says where."""

import inspect
from importlib import import_module

openant = import_module("openant")  # by name, because our stubs leave out what is looked at here
ant = import_module("openant.base.ant")
driver = import_module("openant.base.driver")
message = import_module("openant.base.message")
channel = import_module("openant.easy.channel")
waiting = import_module("openant.easy.filter")
node = import_module("openant.easy.node")


def test_the_version_is_the_one_whose_insides_are_known() -> None:
    assert openant.__version__ == "1.3.4"


def test_ant_finds_its_driver_by_a_name_of_its_module() -> None:
    assert callable(ant.find_driver)
    assert "self._driver = find_driver()" in inspect.getsource(ant.Ant.__init__)


def test_node_builds_its_ant_by_a_name_of_its_module() -> None:
    assert node.Ant is ant.Ant
    assert "self.ant = Ant()" in inspect.getsource(node.Node.__init__)


def test_the_sleep_after_the_reset_is_a_class_attribute() -> None:
    assert ant.Ant._RESET_WAIT == 1
    assert "time.sleep(self._RESET_WAIT)" in inspect.getsource(ant.Ant.reset_system)


def test_the_event_queue_can_be_woken() -> None:
    assert "self._events = queue.Queue()" in inspect.getsource(ant.Ant.__init__)
    assert "(event_type, event) = self._events.get(True, 1.0)" in inspect.getsource(ant.Ant._main)


def test_stopping_closes_the_driver_between_the_two_threads_ends() -> None:
    ending = inspect.getsource(ant.Ant.stop)
    assert ending.index("_worker_thread.join()") < ending.index("_driver.close()")
    ending = inspect.getsource(node.Node.stop)
    assert ending.index("self.ant.stop()") < ending.index("self._worker_thread.join()")


def test_the_reader_ends_when_a_read_brings_nothing_after_the_stop() -> None:
    assert "while self._running:" in inspect.getsource(ant.Ant.read_message)
    assert "if message is None:" in inspect.getsource(ant.Ant._worker)


def test_a_refused_channel_keeps_its_place_in_the_list_until_it_is_cleared() -> None:
    source = inspect.getsource(node.Node.new_channel)
    assert source.index("self.channels.append(channel)") < source.index("channel._assign(")
    assert "num = len(self.channels)" in source


def test_any_code_but_zero_is_an_exception() -> None:
    source = inspect.getsource(waiting.wait_for_response)
    assert "data[0] == Message.Code.RESPONSE_NO_ERROR" in source
    assert "raise Exception(" in source
    assert message.Message.Code.RESPONSE_NO_ERROR == 0


def test_the_channel_types_and_message_numbers_are_the_protocol_s() -> None:
    assert channel.Channel.Type.UNIDIRECTIONAL_RECEIVE_ONLY == 0x40
    assert channel.Channel.Type.BIDIRECTIONAL_RECEIVE == 0
    assert message.Message.ID.LIB_CONFIG == 0x6E
    assert message.Message.ID.RESPONSE_SERIAL_NUMBER == 0x61
    assert message.Message.ID.RESPONSE_ANT_VERSION == 0x3E


def test_a_usb_driver_opens_and_closes_what_its_attribute_names() -> None:
    opening = inspect.getsource(driver.USBDriver.open)
    assert opening.index("self.dev = usb.core.find(") < opening.index("self.dev.set_configuration")
    assert opening.count("self.dev = ") == 1
    assert "self.dev" in inspect.getsource(driver.USBDriver.close)
    assert "self.dev: " in inspect.getsource(driver.USBDriver.__init__)
    assert driver.USBDriver.ID_VENDOR == 0x0FCF


def test_the_usb_drivers_read_from_an_endpoint_that_takes_a_time_limit() -> None:
    assert "return self._in.read(4096)" in inspect.getsource(driver.USBDriver.read)
    assert (driver.USB2Driver.ID_PRODUCT, driver.USB3Driver.ID_PRODUCT) == (0x1008, 0x1009)
